/** Root hooks: sinon's stubs and clocks never leak from one test into the next. */
import sinon from 'sinon';

export const mochaHooks = {
  afterEach() {
    sinon.restore();
  },
};
